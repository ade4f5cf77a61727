#pragma once
// Texts of workbooks as the other readers give them.

#include <string>

namespace annexa {
inline namespace v1 {
namespace exchange {

// Makes plain what was read to the end of @p text from @p begin on: characters written as _x000D_, and an apostrophe in
// front of what the guard of delimited text would take for one (without_guard()).
void finish_text(std::string& text, std::size_t begin);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
