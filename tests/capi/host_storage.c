#define _XOPEN_SOURCE 700 /* recursive mutexes */
#include "host_storage.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* A row of the table of events; its position is its place. */
typedef struct event_row {
  uint8_t id[16];
  uint8_t stream[16];
  uint8_t leaf[32];
  uint64_t version;
  char *body;
  size_t size;
} event_row;

/* A row of the table of personal texts. A deleted one stays until no transaction can bring it back. */
typedef struct text_row {
  uint8_t commitment[32];
  uint8_t salt[32];
  char *value;
  size_t size;
  int deleted;
} text_row;

/* The row of the head. */
typedef struct head_row {
  uint8_t workspace[16];
  char frontier[2016];
  size_t frontier_size;
  size_t events; /* rows that count; those behind were rolled back */
  size_t texts;
} head_row;

struct host_storage {
  pthread_mutex_t mutex; /* held by a transaction; its own calls take it again */
  int depth;             /* transactions begun by the host */
  int calls_left;        /* before they fail; negative for no end */
  int closed;
  const char *why;
  head_row head;
  head_row before; /* as it was when the transaction began */
  event_row *events;
  size_t event_room;
  text_row *texts;
  size_t text_room;
};

/* ---- Memory */

static char *copy_of(const char *bytes, size_t size) {
  char *copy = malloc(size + 1);
  if (copy && size) memcpy(copy, bytes, size);
  return copy;
}

/* Makes room for more rows. Returns the array, or NULL where memory ran out. */
static void *grown(void *rows, size_t *room, size_t needed, size_t row_size) {
  size_t const wanted = needed < 64 ? 64 : needed * 2;
  void *larger;
  if (needed <= *room) return rows;
  larger = realloc(rows, wanted * row_size);
  if (larger) *room = wanted;
  return larger;
}

/* ---- Transactions */

/* Takes away the rows that were added since the head was so. */
static void drop_rows(host_storage *storage, const head_row *before) {
  size_t i;
  for (i = before->events; i < storage->head.events; ++i) free(storage->events[i].body);
  for (i = before->texts; i < storage->head.texts; ++i) free(storage->texts[i].value);
  storage->head = *before;
}

/* Takes back what was done since the transaction began. */
static void undo(host_storage *storage) {
  size_t i;
  drop_rows(storage, &storage->before);
  for (i = 0; i < storage->head.texts; ++i)
    if (storage->texts[i].deleted == 1) storage->texts[i].deleted = 0;
}

/* Deletions of a transaction are marked 1, those that are final 2 and emptied. */
static void keep(host_storage *storage) {
  size_t i;
  for (i = 0; i < storage->head.texts; ++i)
    if (storage->texts[i].deleted == 1) {
      memset(storage->texts[i].value, 0, storage->texts[i].size);
      storage->texts[i].deleted = 2;
    }
}

static void enter(host_storage *storage) {
  pthread_mutex_lock(&storage->mutex);
  if (storage->depth++ == 0) storage->before = storage->head;
}

/* A transaction inside another one leaves the decision to that. */
static annexa_status leave(host_storage *storage, annexa_status status) {
  if (--storage->depth == 0) {
    if (status == ANNEXA_OK)
      keep(storage);
    else
      undo(storage);
  }
  pthread_mutex_unlock(&storage->mutex);
  return status;
}

void host_storage_begin(host_storage *storage) { enter(storage); }
void host_storage_commit(host_storage *storage) { leave(storage, ANNEXA_OK); }
void host_storage_roll_back(host_storage *storage) { leave(storage, ANNEXA_E_CANCELLED); }

/* Whether a call may do its work. */
static annexa_status allowed(host_storage *storage) {
  if (storage->calls_left == 0) {
    storage->why = "the disk of the host is full";
    return ANNEXA_E_STORAGE;
  }
  if (storage->calls_left > 0) --storage->calls_left;
  return ANNEXA_OK;
}

/* ---- Rows */

static event_row *event_with(host_storage *storage, const uint8_t *id) {
  size_t i;
  for (i = storage->head.events; i > 0; --i)
    if (memcmp(storage->events[i - 1].id, id, 16) == 0) return &storage->events[i - 1];
  return NULL;
}

static uint64_t version_of(host_storage *storage, const uint8_t *stream) {
  size_t i;
  for (i = storage->head.events; i > 0; --i)
    if (memcmp(storage->events[i - 1].stream, stream, 16) == 0) return storage->events[i - 1].version;
  return 0;
}

static text_row *text_under(host_storage *storage, const uint8_t *commitment) {
  size_t i;
  for (i = 0; i < storage->head.texts; ++i)
    if (!storage->texts[i].deleted && memcmp(storage->texts[i].commitment, commitment, 32) == 0)
      return &storage->texts[i];
  return NULL;
}

static int add_event(host_storage *storage, const annexa_store_event *event) {
  event_row row;
  event_row *rows = grown(storage->events, &storage->event_room, storage->head.events + 1, sizeof row);
  if (!rows) return 0;
  storage->events = rows;
  memcpy(row.id, event->id, 16);
  memcpy(row.stream, event->stream, 16);
  memcpy(row.leaf, event->leaf, 32);
  row.version = event->version;
  row.size = event->body.size;
  row.body = copy_of(event->body.data, event->body.size);
  if (!row.body) return 0;
  rows[storage->head.events++] = row;
  return 1;
}

static int add_text(host_storage *storage, const annexa_store_text *text) {
  text_row row;
  text_row *rows = grown(storage->texts, &storage->text_room, storage->head.texts + 1, sizeof row);
  if (!rows) return 0;
  storage->texts = rows;
  if (text_under(storage, text->commitment)) return 1;
  memcpy(row.commitment, text->commitment, 32);
  memcpy(row.salt, text->salt, 32);
  row.size = text->value.size;
  row.value = copy_of(text->value.data, text->value.size);
  row.deleted = 0;
  if (!row.value) return 0;
  rows[storage->head.texts++] = row;
  return 1;
}

/* ---- What annexa calls */

static annexa_status give_head(void *user, annexa_store_head *head) {
  host_storage *storage = user;
  annexa_status status;
  enter(storage);
  status = allowed(storage);
  head->workspace = storage->head.workspace;
  head->size = storage->head.events;
  head->frontier.data = storage->head.frontier;
  head->frontier.size = storage->head.frontier_size;
  return leave(storage, status);
}

static annexa_status store(host_storage *storage, const annexa_store_append *append) {
  size_t i;
  if (append->expected_size != storage->head.events) {
    storage->why = "somebody else was first";
    return ANNEXA_E_CONFLICT;
  }
  for (i = 0; i < append->event_count; ++i)
    if (!add_event(storage, &append->events[i])) return ANNEXA_E_NO_MEMORY;
  for (i = 0; i < append->text_count; ++i)
    if (!add_text(storage, &append->texts[i])) return ANNEXA_E_NO_MEMORY;
  for (i = 0; i < append->erase_count; ++i) {
    text_row *row = text_under(storage, append->erase + 32 * i);
    if (row) row->deleted = 1;
  }
  if (append->frontier.size) memcpy(storage->head.frontier, append->frontier.data, append->frontier.size);
  storage->head.frontier_size = append->frontier.size;
  return ANNEXA_OK;
}

/* A failure inside of the host's transaction takes back its own work alone. */
static annexa_status take_append(void *user, const annexa_store_append *append) {
  host_storage *storage = user;
  head_row before;
  annexa_status status;
  enter(storage);
  before = storage->head;
  status = allowed(storage);
  if (status == ANNEXA_OK) status = store(storage, append);
  if (status != ANNEXA_OK) drop_rows(storage, &before);
  return leave(storage, status);
}

static annexa_status read_events(void *user, uint64_t from, uint64_t limit, annexa_store_take_fn take, void *taker) {
  host_storage *storage = user;
  annexa_status status;
  uint64_t i;
  enter(storage);
  status = allowed(storage);
  for (i = from; status == ANNEXA_OK && i < storage->head.events && i - from < limit; ++i) {
    const event_row *row = &storage->events[i];
    annexa_store_event event = ANNEXA_STORE_EVENT_INIT;
    event.position = i;
    event.id = row->id;
    event.stream = row->stream;
    event.version = row->version;
    event.leaf = row->leaf;
    event.body.data = row->body;
    event.body.size = row->size;
    if (take(taker, &event) != 0) break;
  }
  return leave(storage, status);
}

static annexa_status find_event(void *user, const uint8_t *id, int32_t *found, uint64_t *position) {
  host_storage *storage = user;
  const event_row *row;
  annexa_status status;
  enter(storage);
  status = allowed(storage);
  row = event_with(storage, id);
  *found = row != NULL;
  *position = row ? (uint64_t)(row - storage->events) : 0;
  return leave(storage, status);
}

static annexa_status find_version(void *user, const uint8_t *stream, uint64_t *version) {
  host_storage *storage = user;
  annexa_status status;
  enter(storage);
  status = allowed(storage);
  *version = version_of(storage, stream);
  return leave(storage, status);
}

static annexa_status find_text(void *user, const uint8_t *commitment, int32_t *found, annexa_store_text *text) {
  host_storage *storage = user;
  const text_row *row;
  annexa_status status;
  enter(storage);
  status = allowed(storage);
  row = text_under(storage, commitment);
  *found = row != NULL;
  if (row) {
    text->salt = row->salt;
    text->value.data = row->value;
    text->value.size = row->size;
  }
  return leave(storage, status);
}

static annexa_status erase_text(void *user, const uint8_t *commitment, int32_t *erased) {
  host_storage *storage = user;
  text_row *row;
  annexa_status status;
  enter(storage);
  status = allowed(storage);
  row = status == ANNEXA_OK ? text_under(storage, commitment) : NULL;
  if (row) row->deleted = 1;
  *erased = row != NULL;
  return leave(storage, status);
}

static void explain(void *user, annexa_str *why) {
  const host_storage *storage = user;
  why->data = storage->why;
  why->size = strlen(storage->why);
}

static void closed(void *user) { ++((host_storage *)user)->closed; }

/* ---- The host itself */

host_storage *host_storage_new(const uint8_t *workspace) {
  pthread_mutexattr_t recursive;
  host_storage *storage = calloc(1, sizeof *storage);
  if (!storage) return NULL;
  pthread_mutexattr_init(&recursive);
  pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&storage->mutex, &recursive);
  pthread_mutexattr_destroy(&recursive);
  memcpy(storage->head.workspace, workspace, 16);
  storage->calls_left = -1;
  storage->why = "";
  return storage;
}

void host_storage_free(host_storage *storage) {
  size_t i;
  for (i = 0; i < storage->head.events; ++i) free(storage->events[i].body);
  for (i = 0; i < storage->head.texts; ++i) free(storage->texts[i].value);
  free(storage->events);
  free(storage->texts);
  pthread_mutex_destroy(&storage->mutex);
  free(storage);
}

void host_storage_fail_after(host_storage *storage, int count) { storage->calls_left = count; }
int host_storage_closed(const host_storage *storage) { return storage->closed; }

annexa_store_ops host_storage_ops(host_storage *storage) {
  annexa_store_ops ops = ANNEXA_STORE_OPS_INIT;
  ops.user = storage;
  ops.head = give_head;
  ops.append = take_append;
  ops.read = read_events;
  ops.find = find_event;
  ops.version = find_version;
  ops.personal = find_text;
  ops.erase = erase_text;
  ops.explain = explain;
  ops.close = closed;
  return ops;
}
