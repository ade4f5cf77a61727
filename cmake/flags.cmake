# How our own targets are compiled. Nothing here reaches a consumer: annexa_flags is only ever linked privately.
if(PROJECT_IS_TOP_LEVEL)
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
  set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
  find_program(ANNEXA_CCACHE ccache DOC "Compiler cache, used when it is there")
  if(ANNEXA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER ${ANNEXA_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ANNEXA_CCACHE})
  endif()
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
  endif()
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

add_library(annexa_flags INTERFACE)
target_compile_options(annexa_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict> # g++ 12 warns of overlaps in std::string that cannot be (GCC bug 105651)
  $<$<AND:$<CXX_COMPILER_ID:Clang>,$<BOOL:${ANNEXA_UNITY}>>:-Wno-shadow> # clang looks into the other sources of a unit; g++ does not
  -ffp-contract=off # a fused multiply-add on one machine and none on another would give two results
  -ffunction-sections -fdata-sections)
if(ANNEXA_FUZZ)
  # Warnings are for the builds that are shipped and tested: clang sees other ones in sources that are compiled together.
  set(watched -w -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(annexa_flags INTERFACE ${watched})
  target_link_options(annexa_flags INTERFACE -fsanitize=address,undefined)
endif()
if(ANNEXA_SANITIZE)
  # Without four checks of pointers: they cost half of the compile time, and the address sanitizer sees what they would.
  set(sanitizers -fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,object-size
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(annexa_flags INTERFACE ${sanitizers})
  target_link_options(annexa_flags INTERFACE ${sanitizers})
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    # One runtime for the library and whoever loads it, as with g++.
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-runtime-dir OUTPUT_VARIABLE runtime OUTPUT_STRIP_TRAILING_WHITESPACE
      COMMAND_ERROR_IS_FATAL ANY)
    target_link_options(annexa_flags INTERFACE -shared-libasan -Wl,-rpath,${runtime})
  endif()
endif()
