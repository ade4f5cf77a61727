# The rooms of annexa from left to right: a room includes only rooms to its left (tests/structure/rooms_test.py reads the
# two lists and checks it).
set(ANNEXA_CORE_ROOMS base duty catalog isms risk audit nonconformity review command)
set(ANNEXA_OUTER_ROOMS journal workspace exchange report)

# The rooms to build. `platform` holds the calls to the operating system.
function(annexa_rooms out)
  set(rooms ${ANNEXA_CORE_ROOMS} platform)
  if(NOT ANNEXA_CORE_ONLY)
    list(APPEND rooms ${ANNEXA_OUTER_ROOMS})
  endif()
  set(${out} ${rooms} PARENT_SCOPE)
endfunction()

# All sources of the given rooms; a new file is found at the next build.
function(annexa_sources out)
  list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/src/ OUTPUT_VARIABLE folders)
  list(TRANSFORM folders APPEND /*.cpp)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folders})
  set(${out} ${sources} PARENT_SCOPE)
endfunction()

# The sources of the C interface. Those that include a room beyond the core are left out of a core-only build.
function(annexa_capi_sources out)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/capi/*.cpp)
  if(ANNEXA_CORE_ONLY)
    list(JOIN ANNEXA_OUTER_ROOMS | outer)
    foreach(source IN LISTS sources)
      file(STRINGS ${source} beyond REGEX "^#include [<\"](annexa/)?(${outer})/" LIMIT_COUNT 1)
      if(beyond)
        list(REMOVE_ITEM sources ${source})
      endif()
    endforeach()
  endif()
  set(${out} ${sources} PARENT_SCOPE)
endfunction()

# The sources of a folder are compiled together: the records' headers are parsed, and what is made of them is compiled, once for
# each folder and not for each file. Off for clang-tidy, so that no file comes to need another one's includes. CMake's own
# UNITY_BUILD includes files by their full paths, so that two checkouts could not share what ccache keeps; for the same reason they
# lie in one place whether annexa is built alone or as part of another project. Sources with definitions of their own stay
# alone.
function(annexa_unity target)
  if(NOT ANNEXA_UNITY)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  set(folders "")
  foreach(source IN LISTS sources)
    get_source_file_property(definitions ${source} COMPILE_DEFINITIONS)
    if(NOT definitions)
      file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${source})
      get_filename_component(folder ${path} DIRECTORY)
      list(APPEND folders ${folder})
      string(APPEND includes_${folder} "#include \"${path}\"\n")
      set_source_files_properties(${source} PROPERTIES HEADER_FILE_ONLY ON)
    endif()
  endforeach()
  list(REMOVE_DUPLICATES folders)
  foreach(folder IN LISTS folders)
    string(MAKE_C_IDENTIFIER ${folder} name)
    set(together ${CMAKE_BINARY_DIR}/annexa-together/${target}/${name}.cpp)
    file(CONFIGURE OUTPUT ${together} CONTENT "${includes_${folder}}" @ONLY)
    target_sources(${target} PRIVATE ${together})
  endforeach()
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
endfunction()
