#include <annexa/base/json.hpp>
#include <annexa/catalog/write_catalog.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/review.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_soa_diff(annexa_workspace* workspace, char const* from, size_t from_size, char const* to,
                                        size_t to_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const earlier = read_name({from, from_size, "from"}, "a version of the statement of applicability");
      auto const later = read_name({to, to_size, "to"}, "a version of the statement of applicability");
      if (auto const refusal = refusal_of(earlier, later)) return *refusal;
      return give(out, written(annexa::statement_diff(*open.state(), *earlier, *later)));
    });
  });
}

annexa_status annexa_workspace_soa_migration(annexa_workspace* workspace, char const* from, size_t from_size,
                                             annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const edition = read_name({from, from_size, "from"});
      if (!edition) return edition.error();
      auto const old = edition->empty() ? std::string_view("iso27001-2013") : *edition;
      return give(out, written(annexa::statement_migration(*open.state(), old, open.now().date())));
    });
  });
}

annexa_status annexa_workspace_gap(annexa_workspace* workspace, char const* framework, size_t framework_size,
                                   annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const id = read_name({framework, framework_size, "framework"}, "the id of a catalog");
      if (!id) return id.error();
      return give(out, written(annexa::gap(*open.state(), *id)));
    });
  });
}

annexa_status annexa_workspace_crosswalk(annexa_workspace* workspace, char const* from, size_t from_size,
                                         char const* to, size_t to_size, char const* through, size_t through_size,
                                         annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const source = read_name({from, from_size, "from"}, "the id of a catalog");
      auto const target = read_name({to, to_size, "to"}, "the id of a catalog");
      auto const between = read_name({through, through_size, "through"});
      if (auto const refusal = refusal_of(source, target, between)) return *refusal;
      auto const found = annexa::workspace_crosswalk(*open.state(), *source, *target, *between);
      if (!found) return found.error();
      *out = make_buffer(annexa::write_mappings(**found, !between->empty()));
      return {};
    });
  });
}

annexa_status annexa_workspace_readiness(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(to_json(readiness(*open.state(), open.now().date())));
      return {};
    });
  });
}

annexa_status annexa_workspace_maturity(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(to_json(maturity(*open.state())));
      return {};
    });
  });
}
