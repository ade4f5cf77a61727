#pragma once
// What a caller of the C interface can get wrong.

#include <annexa/base/error.hpp>

namespace annexa::capi::rules {

inline constexpr Rule null{"c.null", "\"{argument}\" is NULL; it has to point somewhere.", "", ErrorKind::usage};
inline constexpr Rule handle{"c.handle",
                             "\"{argument}\" is no {wanted}: it was closed, or never opened, or is something else.", "",
                             ErrorKind::usage};
inline constexpr Rule too_long{"c.too-long", "\"{argument}\" has {size} bytes; the limit is {limit}.", "",
                               ErrorKind::usage};
inline constexpr Rule utf8{"c.utf8", "\"{argument}\" is not valid UTF-8 at byte {offset}.", "RFC 3629",
                           ErrorKind::usage};
inline constexpr Rule nul{"c.nul", "\"{argument}\" has a NUL at byte {offset}; give its size without one.", "",
                          ErrorKind::usage};
inline constexpr Rule empty{"c.empty", "\"{argument}\" is empty; it takes {wanted}.", "", ErrorKind::usage};
inline constexpr Rule value{"c.value", "\"{argument}\" is {found}; it takes {wanted}.", "", ErrorKind::usage};
inline constexpr Rule struct_size{"c.struct-size",
                                  "\"{argument}\" says that it has {size} bytes; set it up with its INIT macro.", "",
                                  ErrorKind::usage};
inline constexpr Rule newer{"c.newer", "\"{argument}\" uses members that only a newer annexa has (after byte {known}).",
                            "", ErrorKind::usage};
inline constexpr Rule busy{"c.busy", "The workspace is in use by the call that this callback belongs to.", "",
                           ErrorKind::conflict};
inline constexpr Rule stopped{"c.stopped", "Stopped by \"{by}\".", "", ErrorKind::cancelled};
inline constexpr Rule defect{"c.internal", "{what}. Please report this.", "", ErrorKind::internal};

}  // namespace annexa::capi::rules
