# The documentation, as a target that is built on demand; a warning of Doxygen's is an error.
find_program(DOXYGEN doxygen DOC "Makes the documentation")
find_program(PYTHON3 python3 DOC "Groups the page of sources by clause")
if(DOXYGEN AND PYTHON3)
  configure_file(docs/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
  add_custom_target(docs
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/docs
    COMMAND ${DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile
    COMMAND ${PYTHON3} ${PROJECT_SOURCE_DIR}/tools/group_sources.py ${PROJECT_BINARY_DIR}/docs/html
    VERBATIM)
endif()
