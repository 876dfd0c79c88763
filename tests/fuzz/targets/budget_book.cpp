#include "tests/fuzz/targets.h"

#include "core/budget/budget_book.h"

namespace greenward::fuzz {

void budgetBook(std::string_view bytes)
{
    const auto book = budget::readBook(bytes, {});
    if (!book) {
        require(book.error().code == ErrorCode::InvalidInput);
        return;
    }
    require(budget::readBook(budget::bookJson(*book), {}).value() == *book);
    require(budget::readBook(budget::bookCsv(*book), {}).value() == *book);
}

} // namespace greenward::fuzz
