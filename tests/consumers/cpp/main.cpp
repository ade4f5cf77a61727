// A host in C++: reads dates and money, and prints what a refusal says.
#include <annexa/annexa.hpp>
#include <boost/json.hpp>

#include <cstdio>

int main() {
  auto const due = annexa::Date::parse("2026-03-31").value().plus_months(1);
  std::printf("due %s\n", annexa::to_string(due).c_str());
  auto const json = annexa::parse_json(R"({"from":"2026-03-02","number":"7"})").value();
  auto const read = annexa::from_json<annexa::Absence>(json);
  std::printf("%s\n", read.error().text().c_str());
  return read.has_error() ? 0 : 1;
}
