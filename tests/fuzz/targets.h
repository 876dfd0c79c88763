#pragma once

#include <span>
#include <string_view>

// What is fuzzed. Each function takes any bytes and ends the program (std::abort) when a promise is broken; a crash or
// a sanitizer's report is a failure as well. libFuzzer calls one of them without end, the ordinary tests call each with
// its corpus.

namespace greenward::fuzz {

using Target = void (*)(std::string_view bytes);

/// Lines for a replay: each gives JSON lines, or an error that names its line.
void replayLines(std::string_view bytes);
/// carbon-budgets.json and its CSV twin: what is read is written and read again as the same.
void budgetBook(std::string_view bytes);
/// "1.5 t", "10GiB", "75", "1.135": what is read is in range and reads the same from its exact text.
void quantities(std::string_view bytes);
/// RFC 3339 times and durations: what is read reads the same from its text.
void times(std::string_view bytes);
/// The documents of the store: budgets, backends, policies, settings, statistics, batches, scans.
void documents(std::string_view bytes);
/// What providers of grid data answer, by the reader that the first byte names: in range, in order, or a reason.
void gridAnswers(std::string_view bytes);
/// Recorded signals for an import.
void signalFile(std::string_view bytes);
/// The one reader of JSON: what it takes is within its limits, written and read again as the same, and taken by the
/// library's own parser as well.
void jsonReader(std::string_view bytes);

struct NamedTarget
{
    std::string_view name; ///< of its folder under corpus/ and of its program, fuzz_<name>
    Target run;
};

std::span<const NamedTarget> allTargets();

/// Ends the program when `holds` is false.
void require(bool holds);

} // namespace greenward::fuzz
