#pragma once

#include "core/base/error.h"
#include "ui/dialogs/form.h"

#include <QString>

#include <string>

namespace greenward::ui {

/// The text of a percent field without its sign: people write "80", "80%" and "80 %".
QString withoutPercent(const QString &text);

/// A form check made of a parser of the engine: Result<T> parse(text, field).
template<typename Parse>
Form::Check checkedBy(Parse parse);

/// The problem in words for the line under a field, which needs no name; empty when there is none.
QString problemText(const Error &error);

template<typename Parse>
Form::Check checkedBy(Parse parse)
{
    return [parse](const QString &text) {
        const auto parsed = parse(text.toStdString());
        return parsed ? QString() : problemText(parsed.error());
    };
}

} // namespace greenward::ui
