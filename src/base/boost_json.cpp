// Boost.JSON, compiled once into annexa: no Boost library is linked.
#include <boost/json/src.hpp>
