/* A host in C: prints the library's version. */
#include <annexa.h>
#include <stdio.h>

int main(void) {
  printf("annexa %s\n", annexa_version_text());
  return 0;
}
