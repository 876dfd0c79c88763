#include "core/units/data_size.h"

#include <array>

namespace greenward {
namespace {

struct SizeUnit
{
    std::string_view name;
    std::int64_t bytes;
};
constexpr std::int64_t kKibi = 1024;
constexpr std::array kUnits{SizeUnit{"KiB", kKibi},
                            SizeUnit{"MiB", kKibi *kKibi},
                            SizeUnit{"GiB", kKibi *kKibi *kKibi},
                            SizeUnit{"TiB", kKibi *kKibi *kKibi *kKibi},
                            SizeUnit{"PiB", kKibi *kKibi *kKibi *kKibi *kKibi},
                            SizeUnit{"kB", 1'000},
                            SizeUnit{"MB", 1'000'000},
                            SizeUnit{"GB", 1'000'000'000},
                            SizeUnit{"TB", 1'000'000'000'000},
                            SizeUnit{"PB", 1'000'000'000'000'000},
                            SizeUnit{"B", 1}};

} // namespace

Result<DataSize> parseDataSize(std::string_view text, std::string_view field)
{
    const auto bad = [&] {
        return fail(ErrorCode::InvalidInput, field,
                    "\"" + std::string(text) +
                        "\" is not a size; write bytes or a number and a unit, such as 10GiB or 1.5 TB");
    };
    std::string_view number = text;
    std::int64_t factor = 1;
    for (const SizeUnit &unit : kUnits) {
        if (!number.ends_with(unit.name)) continue;
        number.remove_suffix(unit.name.size());
        factor = unit.bytes;
        break;
    }
    while (!number.empty() && number.back() == ' ')
        number.remove_suffix(1);
    // Bytes are whole; thousandths of them would leave no room for sizes that a unit can write.
    const int places = factor == 1 ? 0 : 3;
    const auto count = parseDecimal(number, places, field);
    if (!count) return bad();
    if (*count < 0) return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is negative");
    CORE_TRY(const std::int64_t bytes, toInt64(divideRounded(Int128{*count} * factor, places == 0 ? 1 : 1000), field));
    return DataSize::fromBytes(bytes);
}

} // namespace greenward
