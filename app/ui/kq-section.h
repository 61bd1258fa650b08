/* kq-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_SECTION (kq_section_get_type ())

/* A page of the campaign window, listed in its sidebar. */
G_DECLARE_DERIVABLE_TYPE (KqSection, kq_section, KQ, SECTION, AdwBin)

/**
 * KqSectionClass:
 * @parent_class: the parent class
 * @name: the page's name in the stack and in `win.show-section`
 * @title: its title, untranslated
 * @icon_name: its symbolic icon
 * @lists: (array zero-terminated=1): the campaign's lists that it shows: their
 *   findings make its indicator
 * @document_changed: the section got its document; connect everything to it
 * @reveal: brings an object, and a row of its form, into sight
 * @add: adds an object, for `win.add`; %NULL where nothing can be added
 */
struct _KqSectionClass {
  AdwBinClass         parent_class;

  const char         *name;
  const char         *title;
  const char         *icon_name;
  const char * const *lists;

  void (*document_changed) (KqSection *self);
  void (*reveal)           (KqSection *self,
                            KqObject  *object,
                            guint      field);
  void (*add)              (KqSection *self);
};

KqDocument *kq_section_get_document (KqSection  *self);
void        kq_section_set_document (KqSection  *self,
                                     KqDocument *document);
void        kq_section_reveal       (KqSection  *self,
                                     KqObject   *object,
                                     guint       field);
void        kq_section_add          (KqSection  *self);

G_END_DECLS
