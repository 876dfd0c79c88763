# What every target of ours is compiled with. Third-party code is never compiled here, so warnings are errors throughout.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

option(GREENWARD_PRECOMPILE "Parse the headers of others once, not for each file (GreenwardHeaders.cmake)" OFF)

find_program(GREENWARD_CCACHE ccache)
if(GREENWARD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${GREENWARD_CCACHE}")
    if(GREENWARD_PRECOMPILE)
        # Without these two ccache stores nothing that a precompiled header went into.
        set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros "${GREENWARD_CCACHE}")
    endif()
endif()

option(GREENWARD_ASAN "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(GREENWARD_TSAN "ThreadSanitizer (engine only: Qt's own threads give false reports)" OFF)

add_library(greenward_flags INTERFACE)
target_compile_options(greenward_flags INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
    # {.tenant = t} leaves the other members at the defaults their declarations give: wanted, not forgotten.
    -Wno-missing-field-initializers)
target_compile_definitions(greenward_flags INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
find_program(GREENWARD_MOLD mold)
if(GREENWARD_MOLD)
    target_link_options(greenward_flags INTERFACE -fuse-ld=mold)
endif()
if(GREENWARD_FUZZ)
    # Coverage for the fuzzer and both sanitizers in all our code; the fuzz programs add the driver.
    target_compile_options(greenward_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined
                                                     -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(greenward_flags INTERFACE -fsanitize=address,undefined)
elseif(GREENWARD_ASAN)
    target_compile_options(greenward_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(greenward_flags INTERFACE -fsanitize=address,undefined)
elseif(GREENWARD_TSAN)
    target_compile_options(greenward_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(greenward_flags INTERFACE -fsanitize=thread)
endif()

# Qt code is hardened beyond the engine: no silent conversions, no lower-case keywords.
add_library(greenward_qt_flags INTERFACE)
target_link_libraries(greenward_qt_flags INTERFACE greenward_flags)
target_compile_definitions(greenward_qt_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# What an attacker finds harder. No search path for libraries: all come from the system, and an empty element, which
# CMake leaves as padding where it means to edit it when installing, is the directory somebody stands in.
set(CMAKE_SKIP_RPATH ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
target_link_options(greenward_flags INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
# Of what is shipped; the other presets have sanitizers or a debugger.
target_compile_options(greenward_flags INTERFACE
    "$<$<CONFIG:Release>:-fstack-protector-strong;-fstack-clash-protection>")
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-fcf-protection GREENWARD_CF_PROTECTION)
if(GREENWARD_CF_PROTECTION)
    target_compile_options(greenward_flags INTERFACE $<$<CONFIG:Release>:-fcf-protection>)
endif()
