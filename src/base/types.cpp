// The type tables of this room's records, made once.
#include <annexa/base/describe.hpp>
#include <annexa/base/time_zone.hpp>
#include <annexa/base/working_calendar.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(ExternalId)
ANNEXA_DEFINE_TYPE_TABLE(TimeZone)
ANNEXA_DEFINE_TYPE_TABLE(WorkingCalendar)
ANNEXA_DEFINE_TYPE_TABLE(ZoneChange)

}  // namespace v1
}  // namespace annexa
