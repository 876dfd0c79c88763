#pragma once

#include "core/base/json_text.h"
#include "core/units/carbon.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

// Worked examples from outside, run when their file is there: $GREENWARD_SHARED/data, or ../shared/data beside the
// sources. Without it there are no cases; the same figures stand in the tests of each room. coverage_test.cpp lists
// which of them run.

namespace greenward::worked_examples {

/// All cases of the file; none when there is no file.
std::vector<Json> allExamples();
/// Those of one category; there must be some when there is a file.
std::vector<Json> examplesOf(std::string_view category);

/// A number as the exact decimal that a person would write.
std::string decimal(const Json &number);
GramsCO2e grams(const Json &number);
double asGrams(GramsCO2e amount);
/// Within the case's own tolerance, or a microgram.
void expectNear(const Json &example, const char *member, double got);

} // namespace greenward::worked_examples
