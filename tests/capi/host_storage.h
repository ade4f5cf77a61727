/*
 * An example of annexa_store_ops: a host that keeps the events itself, here in arrays that stand for the tables of its own
 * database, with transactions of its own. A real host replaces the bodies by statements of its database.
 */
#ifndef HOST_STORAGE_H
#define HOST_STORAGE_H

#include "annexa.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The database of the host. */
typedef struct host_storage host_storage;

/** Makes an empty one for a workspace of 16 bytes. @return NULL where memory ran out. */
host_storage *host_storage_new(const uint8_t *workspace);
/** Ends it. Workspaces that use it have to be closed before. */
void host_storage_free(host_storage *storage);

/** Begins a transaction: what annexa appends and erases until it ends belongs to it. Others wait. */
void host_storage_begin(host_storage *storage);
/** Ends the transaction and keeps what was done. */
void host_storage_commit(host_storage *storage);
/** Ends the transaction and takes back what was done. */
void host_storage_roll_back(host_storage *storage);

/** Makes the next calls fail: @p count of them succeed before. Negative: none fails. */
void host_storage_fail_after(host_storage *storage, int count);
/** How often annexa said that it needs the storage no more. */
int host_storage_closed(const host_storage *storage);

/** What annexa is given. */
annexa_store_ops host_storage_ops(host_storage *storage);

#ifdef __cplusplus
}
#endif

#endif
