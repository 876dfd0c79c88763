#pragma once

#include "core/placement/decision.h"
#include "core/placement/explain.h"

#include <QLocale>
#include <QString>

#include <optional>

// Words for where data should lie and why. The reasons of the engine become sentences here, once.

namespace greenward::ui::format {

QString rankByText(placement::RankBy rankBy); ///< "Green score", "Carbon footprint", "Literal formula (compatibility)"
QString latencyText(LatencyClass latency);    ///< "Online (milliseconds)"
QString shareBasisText(ShareBasis basis);     ///< what a renewable share means: "Annual certificates"
QString networkPathText(NetworkPath path);    ///< "Between regions"
QString placementInputText(placement::Input input); ///< "Renewable share"

/// "0.023 USD", "–" when there is none.
QString price(const std::optional<PricePerGigabyteMonth> &value, const QLocale &locale = QLocale());
/// "+3.20 points" or "−12.3 g": what the winner gains by a step.
QString gain(std::int64_t amount, placement::RankBy rankBy, const QLocale &locale = QLocale());
/// "1.2 kg (0.9 kg to 3.4 kg)"
QString band(const placement::Amount &amount, const QLocale &locale = QLocale());
/// What the engine said in words, with a full stop.
QString sentence(const std::string &text);
/// A literal score may be negative and has no parts of its own.
QString literalScore(ScorePoints points, const QLocale &locale = QLocale());

/// The decision in a short paragraph.
QString decisionWords(const placement::Decision &decision, const placement::Explanation &why,
                      const QLocale &locale = QLocale());
/// "aws-eu-north-1 leads azure-westeurope by 2.50 points: grid intensity +3.10 points, PUE −0.60 points."
QString comparisonWords(const placement::Decision &decision, const placement::Comparison &comparison,
                        const QLocale &locale = QLocale());
/// "PUE of aws-eu-north-1 from 1.09 to 1.27: azure-westeurope would be chosen."
QString flipWords(const placement::Flip &flip);
QString sensitivityWords(const placement::Sensitivity &sensitivity, const QLocale &locale = QLocale());

} // namespace greenward::ui::format
