# cmake -DOUTPUT=... -DINPUTS=a.csv|b.csv -P embed.cmake: writes embeddedTable() of embedded.h.
string(REPLACE "|" ";" inputs "${INPUTS}")
set(arrays "")
set(cases "")
set(number 0)
foreach(input IN LISTS inputs)
    get_filename_component(name "${input}" NAME)
    file(READ "${input}" hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND arrays "constexpr char kTable${number}[] = {${bytes}'\\0'};\n")
    string(APPEND cases "    if (fileName == \"${name}\") return {kTable${number}, sizeof(kTable${number}) - 1};\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}.new" "// Generated from resources/data.
#include \"core/adapters/tables/embedded.h\"

namespace greenward::adapters {
namespace {
${arrays}}

std::string_view embeddedTable(std::string_view fileName)
{
${cases}    return {};
}

}
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
