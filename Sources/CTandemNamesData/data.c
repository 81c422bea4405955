#include "CTandemNamesData.h"

// Array literals in Swift would take the compiler half a minute.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define GIVE(name)                                         \
  const unsigned char *tandem_names_##name(size_t *size) { \
    *size = sizeof name;                                   \
    return name;                                           \
  }

static const unsigned char abbreviations[] = {
#embed "Resources/abbreviations.txt"
};
GIVE(abbreviations)

static const unsigned char domains[] = {
#embed "Resources/domains.txt"
};
GIVE(domains)

static const unsigned char identifiers[] = {
#embed "Resources/identifiers.txt"
};
GIVE(identifiers)

static const unsigned char known_organisations[] = {
#embed "Resources/known-organisations.txt"
};
GIVE(known_organisations)

static const unsigned char legal_forms[] = {
#embed "Resources/legal-forms.txt"
};
GIVE(legal_forms)

static const unsigned char letters[] = {
#embed "Resources/letters.txt"
};
GIVE(letters)

static const unsigned char places[] = {
#embed "Resources/places.txt"
};
GIVE(places)

static const unsigned char skeleton[] = {
#embed "Resources/skeleton.txt"
};
GIVE(skeleton)

static const unsigned char weights[] = {
#embed "Resources/weights.txt"
};
GIVE(weights)

static const unsigned char words[] = {
#embed "Resources/words.txt"
};
GIVE(words)
