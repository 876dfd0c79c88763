#include "core/placement/decision.h"

#include "core/placement/score.h"

namespace greenward::placement {

bool ranksBefore(const Candidate &a, const Candidate &b, RankBy rankBy)
{
    return ranksBefore(a.scored, b.scored, rankBy);
}

std::string roundedGrams(GramsCO2e amount)
{
    return decimalText(divideRounded(amount.micrograms(), 10'000), 2) + " g";
}

std::vector<std::string> coefficientLines(const Decision &decision)
{
    const TransferCoefficients &transfer = decision.coefficients.transfer;
    const TransferBand &network = transfer.network(decision.query.path);
    std::vector<std::string> lines{"write: " + coefficientText(transfer.write)};
    bool media[4] = {};
    for (const auto *group : {&decision.ranked, &decision.excluded})
        for (const Candidate &candidate : *group)
            media[static_cast<std::size_t>(candidate.scored.spec.medium)] = true;
    for (const Medium medium : {Medium::Hdd, Medium::Ssd, Medium::Tape, Medium::Generic}) {
        if (!media[static_cast<std::size_t>(medium)]) continue;
        const RestBand &rest = decision.coefficients.rest.of(medium);
        lines.push_back("at rest, " + std::string(mediumName(medium)) + ": " + coefficientText(rest.typical));
        if (rest.high != rest.typical) lines.push_back("at rest, high: " + coefficientText(rest.high));
        if (rest.low != rest.typical) lines.push_back("at rest, low: " + coefficientText(rest.low));
    }
    const std::string path = "network, " + std::string(networkPathName(decision.query.path));
    lines.push_back(path + ": " + coefficientText(network.typical));
    lines.push_back(path + ", low: " + coefficientText(network.low));
    lines.push_back(path + ", high: " + coefficientText(network.high));
    return lines;
}

} // namespace greenward::placement
