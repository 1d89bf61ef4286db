# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project shares: packages, flags, Qt defines, precompiled headers.

include(GNUInstallDirs)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
find_package(Qt6Keychain 0.13 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(LibXml2 2.9.14 REQUIRED)
if(MARQUEE_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg LinguistTools)
endif()
if(MARQUEE_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# The compile cache, where there is one. Precompiled headers need its sloppiness; by the base directory, another clone finds what
# this one compiled.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)

# The one place for flags and Qt defines.
add_library(marquee_flags INTERFACE)
target_compile_options(marquee_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
  -Wno-restrict # GCC 12 reports "literal" + std::string at -O3 without cause (its bug 105651)
  $<$<BOOL:${MARQUEE_WERROR}>:-Werror>)
target_compile_definitions(marquee_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MOLD_PROGRAM)
  target_link_options(marquee_flags INTERFACE -fuse-ld=mold)
endif()
if(MARQUEE_SANITIZE)
  target_compile_options(marquee_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(marquee_flags INTERFACE -fsanitize=address,undefined)
endif()

# marquee_library(NAME [SOURCES …] [PUBLIC libs…] [PRIVATE libs…]): a static library, Marquee::NAME, whose
# headers are included as "folder/Header.h" from the floor's root (models/ or views/).
function(marquee_library name)
  cmake_parse_arguments(arg "" "ROOT" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(marquee_${name} STATIC ${arg_SOURCES})
  add_library(Marquee::${name} ALIAS marquee_${name})
  target_include_directories(marquee_${name} PUBLIC ${arg_ROOT})
  target_link_libraries(marquee_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} marquee_flags)
endfunction()

# marquee_embed(NAME id=file…): the files' bytes as marquee::embedded::id inside the library marquee_NAME.
function(marquee_embed name)
  set(files)
  foreach(entry ${ARGN})
    string(REGEX REPLACE "^[^=]*=" "" file ${entry})
    list(APPEND files ${file})
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}_embedded.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/packaging/cmake/embed.py ${output} marquee::embedded ${ARGN}
    DEPENDS ${PROJECT_SOURCE_DIR}/packaging/cmake/embed.py ${files} VERBATIM)
  target_sources(marquee_${name} PRIVATE ${output})
  set_source_files_properties(${output} PROPERTIES SKIP_AUTOGEN ON)
endfunction()
