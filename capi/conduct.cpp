#include <annexa/base/json.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_grade_propose(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::GradeRequest>({request, request_size, "request"});
    if (!asked) return asked.error();
    return give(out, written(annexa::propose_grade(*asked)));
  });
}

annexa_status annexa_workspace_grade_proposal(annexa_workspace* workspace, char const* finding, size_t finding_size,
                                              char const* answers, size_t answers_size, annexa_buf** out,
                                              annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const key = read_name({finding, finding_size, "finding"}, "the key of a finding");
      if (!key) return key.error();
      annexa::GradeAnswers given;
      if (answers_size != 0) {
        auto const read = read_value<annexa::GradeAnswers>({answers, answers_size, "answers"});
        if (!read) return read.error();
        given = *read;
      }
      return give(out, written(annexa::grade_proposal(*open.state(), *key, given)));
    });
  });
}

annexa_status annexa_workspace_checklist(annexa_workspace* workspace, char const* audit, size_t audit_size,
                                         annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const key = read_name({audit, audit_size, "audit"}, "the key of an audit");
      if (!key) return key.error();
      return give(out, written(annexa::checklist(*open.state(), *key)));
    });
  });
}

annexa_status annexa_workspace_similar(annexa_workspace* workspace, char const* key, size_t key_size, annexa_buf** out,
                                       annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const wanted = read_name({key, key_size, "key"}, "the key of a finding or nonconformity");
      if (!wanted) return wanted.error();
      return give(out, written(annexa::similar_findings(*open.state(), *wanted)));
    });
  });
}
