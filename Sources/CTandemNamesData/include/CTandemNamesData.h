// The files of Resources/, which are built into the programs so that these can be copied alone. Each
// function gives the bytes of the file of its name, and how many there are.
#pragma once
#include <stddef.h>

const unsigned char *tandem_names_abbreviations(size_t *size);
const unsigned char *tandem_names_domains(size_t *size);
const unsigned char *tandem_names_identifiers(size_t *size);
const unsigned char *tandem_names_known_organisations(size_t *size);
const unsigned char *tandem_names_legal_forms(size_t *size);
const unsigned char *tandem_names_letters(size_t *size);
const unsigned char *tandem_names_places(size_t *size);
const unsigned char *tandem_names_skeleton(size_t *size);
const unsigned char *tandem_names_weights(size_t *size);
const unsigned char *tandem_names_words(size_t *size);
