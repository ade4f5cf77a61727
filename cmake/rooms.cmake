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
# each folder and not for each file. Off for clang-tidy, so that no file comes to need another one's includes.
option(ANNEXA_UNITY "Compile the sources of each folder together" ON)
function(annexa_unity target)
  if(ANNEXA_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
      get_filename_component(folder ${source} DIRECTORY)
      string(MAKE_C_IDENTIFIER ${folder} folder)
      set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder})
    endforeach()
  endif()
endfunction()
