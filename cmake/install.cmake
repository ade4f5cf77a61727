# What a host gets: headers, libraries, the CMake package, pkg-config files, and the tool.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/annexa)
set(targets annexa)
if(TARGET annexa_c)
  list(APPEND targets annexa_c)
  install(FILES capi/annexa.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endif()

install(TARGETS ${targets} EXPORT annexaTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT annexaTargets NAMESPACE annexa:: DESTINATION ${package_dir})
install(DIRECTORY include/annexa DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.hpp)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(cmake/annexaConfig.cmake.in ${PROJECT_BINARY_DIR}/annexaConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/annexaConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/annexaConfig.cmake ${PROJECT_BINARY_DIR}/annexaConfigVersion.cmake
  DESTINATION ${package_dir})

# The pkg-config files find the rest from where they lie, so an installed tree may be moved.
file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
set(pkgconfig_requires "sqlite3 >= 3.37, libcrypto >= 3")
if(ANNEXA_CORE_ONLY)
  set(pkgconfig_requires "")
endif()
foreach(file annexa annexa-cpp)
  configure_file(cmake/${file}.pc.in ${PROJECT_BINARY_DIR}/${file}.pc @ONLY)
endforeach()
install(FILES ${PROJECT_BINARY_DIR}/annexa-cpp.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(TARGET annexa_c)
  install(FILES ${PROJECT_BINARY_DIR}/annexa.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()
if(TARGET annexa_tool)
  install(TARGETS annexa_tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
