/* A host in C99: makes a workspace in memory, takes the files that it is given, tables
 * (.csv) and commands, and prints what came of it.
 *
 *     cycle AT SEED FILE...
 *
 * Prints a line "FILE answers N bytes" for each, then "events N", "root HEX" and "verified". Status 1 if annexa
 * refuses. */
#include <annexa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static annexa_str str(const char *text) {
  annexa_str out;
  out.data = text;
  out.size = strlen(text);
  return out;
}

/* Prints every violation of an error, ends it, and gives the status on. */
static annexa_status refused(annexa_status status, annexa_error *error) {
  size_t i;
  fprintf(stderr, "refused: %s\n", annexa_status_name(status));
  for (i = 0; i < annexa_error_count(error); ++i) {
    annexa_str rule, where, message;
    if (annexa_error_rule(error, i, &rule) == ANNEXA_OK && annexa_error_where(error, i, &where) == ANNEXA_OK &&
        annexa_error_message(error, i, &message) == ANNEXA_OK)
      fprintf(stderr, "  %s [%s] %s\n", where.data, rule.data, message.data);
  }
  annexa_error_free(error);
  return status;
}

/* The bytes of a file, or NULL. The caller frees them. */
static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  char *bytes = NULL;
  long end;
  if (file == NULL) return NULL;
  if (fseek(file, 0, SEEK_END) == 0 && (end = ftell(file)) > 0 && fseek(file, 0, SEEK_SET) == 0 &&
      (bytes = malloc((size_t)end)) != NULL) {
    *size = fread(bytes, 1, (size_t)end, file);
  }
  fclose(file);
  return bytes;
}

static int is_table(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, ".csv") == 0;
}

/* Imports a table, or applies commands. */
static annexa_status take_file(annexa_workspace *workspace, const char *path) {
  size_t size = 0;
  annexa_buf *answer = NULL;
  annexa_error *error = NULL;
  annexa_status status;
  char *bytes = read_file(path, &size);
  if (bytes == NULL) {
    fprintf(stderr, "cannot read %s\n", path);
    return ANNEXA_E_USAGE;
  }
  if (is_table(path)) {
    annexa_str name;
    annexa_str content;
    name.data = path;
    name.size = strlen(path);
    content.data = bytes;
    content.size = size;
    status = annexa_workspace_import(workspace, &name, &content, 1, NULL, 0, NULL, &answer, &error);
  } else
    status = annexa_workspace_apply(workspace, bytes, size, &answer, &error);
  free(bytes);
  if (status != ANNEXA_OK) return refused(status, error);
  printf("%s answers %lu bytes\n", path, (unsigned long)annexa_buf_size(answer));
  annexa_buf_free(answer);
  return ANNEXA_OK;
}

static annexa_status finish(annexa_workspace *workspace) {
  uint64_t size = 0;
  annexa_buf *root = NULL;
  annexa_buf *found = NULL;
  annexa_error *error = NULL;
  annexa_status status = annexa_workspace_refresh(workspace, &size, &error);
  if (status == ANNEXA_OK) status = annexa_workspace_root(workspace, &root, &error);
  if (status == ANNEXA_OK) status = annexa_workspace_verify(workspace, NULL, &found, &error);
  if (status != ANNEXA_OK) return refused(status, error);
  printf("events %lu\nroot %s\n", (unsigned long)size, annexa_buf_data(root));
  puts(strstr(annexa_buf_data(found), "\"ok\":true") != NULL ? "verified" : annexa_buf_data(found));
  annexa_buf_free(root);
  annexa_buf_free(found);
  return ANNEXA_OK;
}

int main(int argc, char **argv) {
  annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
  annexa_workspace *workspace = NULL;
  annexa_error *error = NULL;
  annexa_status status;
  int i;
  if (argc < 3) return 2;
  options.at = str(argv[1]);
  options.seed = str(argv[2]);
  status = annexa_workspace_create_in_memory("Acme", 4, &options, &workspace, &error);
  if (status != ANNEXA_OK) refused(status, error);
  for (i = 3; i < argc && status == ANNEXA_OK; ++i) status = take_file(workspace, argv[i]);
  if (status == ANNEXA_OK) status = finish(workspace);
  annexa_workspace_close(workspace);
  return status == ANNEXA_OK ? 0 : 1;
}
