# Qt's meta objects, without AUTOMOC. AUTOMOC gives moc all include folders, and moc reads them anew for each header:
# 83 s of processor time for ui. No class of ours needs that: without include folders moc says the same, in 3 ms a header.

set(greenward_moc_script "${CMAKE_CURRENT_LIST_DIR}/moc.cmake")

# greenward_moc(TARGET): every header of the target with Q_OBJECT goes into one generated source; a .cpp with Q_OBJECT
# includes "NAME.moc" at its end. Call it after the last target_sources(). TARGET_mocs makes only these files.
function(greenward_moc target)
    get_target_property(sources ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    set(read "")
    set(output "mocs.stamp")
    foreach(source IN LISTS sources)
        if(source MATCHES "\\.(h|cpp)$")
            cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${folder}")
            list(APPEND read "${source}")
        endif()
        if(source MATCHES "\\.h$")
            set(output "mocs.cpp")
        endif()
    endforeach()
    set(to "${CMAKE_CURRENT_BINARY_DIR}/${target}_mocs")
    list(JOIN read "\n" lines)
    file(CONFIGURE OUTPUT "${to}/sources.txt" CONTENT "${lines}\n" @ONLY)
    add_custom_command(
        OUTPUT "${to}/${output}"
        COMMAND "${CMAKE_COMMAND}" "-DMOC=$<TARGET_FILE:Qt6::moc>" "-DROOT=${PROJECT_SOURCE_DIR}" "-DTO=${to}"
                "-DOUTPUT=${output}" -P "${greenward_moc_script}"
        DEPENDS ${read} "${to}/sources.txt" "${greenward_moc_script}"
        COMMENT "Making the meta objects of ${target}"
        VERBATIM)
    add_custom_target(${target}_mocs DEPENDS "${to}/${output}")
    target_sources(${target} PRIVATE "${to}/${output}")
    target_include_directories(${target} PRIVATE "${to}")
endfunction()
