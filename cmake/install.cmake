# What a host gets: headers, libraries, the CMake package, pkg-config files, and the tool.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/annexa)

# Each library is a component of the package, with a file of its own.
function(annexa_install target component)
  install(TARGETS ${target} EXPORT annexa-${component}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(EXPORT annexa-${component} NAMESPACE annexa:: DESTINATION ${package_dir})
endfunction()

annexa_install(annexa cpp)
set(components cpp)
install(DIRECTORY include/annexa DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.hpp)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET annexa_c)
  annexa_install(annexa_c c)
  list(APPEND components c)
  install(FILES capi/annexa.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endif()
if(TARGET annexa_tool)
  install(TARGETS annexa_tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

configure_package_config_file(cmake/annexaConfig.cmake.in ${PROJECT_BINARY_DIR}/annexaConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/annexaConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/annexaConfig.cmake ${PROJECT_BINARY_DIR}/annexaConfigVersion.cmake
  DESTINATION ${package_dir})

# The pkg-config files find the rest from where they lie, so an installed tree may be moved.
file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
set(pkgconfig_requires "sqlite3 >= 3.37, libcrypto >= 3")
if(ANNEXA_WITH_YAML)
  string(APPEND pkgconfig_requires ", yaml-0.1")
endif()
if(ANNEXA_WITH_XLSX)
  string(APPEND pkgconfig_requires ", minizip, expat, zlib")
endif()
if(ANNEXA_CORE_ONLY)
  set(pkgconfig_requires "")
endif()
set(pkgconfig_files annexa-cpp)
if(TARGET annexa_c)
  list(APPEND pkgconfig_files annexa)
endif()
foreach(file IN LISTS pkgconfig_files)
  configure_file(cmake/${file}.pc.in ${PROJECT_BINARY_DIR}/${file}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${file}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
