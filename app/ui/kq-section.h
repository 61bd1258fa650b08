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

/* A page of the campaign window, listed in its sidebar. Signal “opened”. */
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
 * @duplicate: (nullable): duplicates the selected object, for `win.duplicate`
 * @make_next: (nullable): adds the next one of the selected object's series, for
 *   `win.next-of-series`
 * @move: (nullable): moves the selected object by @step places, for
 *   `win.move-up` and `win.move-down`
 * @remove: (nullable): takes the selected object out, for `win.delete`
 * @search: (nullable): lets one search the objects, for `win.search`
 *
 * What is %NULL can't be done in the section.
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
  void (*duplicate)        (KqSection *self);
  void (*make_next)        (KqSection *self);
  void (*move)             (KqSection *self,
                            int        step);
  void (*remove)           (KqSection *self);
  void (*search)           (KqSection *self);
};

KqDocument *kq_section_get_document (KqSection  *self);
void        kq_section_set_document (KqSection  *self,
                                     KqDocument *document);
void        kq_section_reveal       (KqSection  *self,
                                     KqObject   *object,
                                     guint       field);
void        kq_section_open         (KqSection  *self,
                                     KqObject   *object,
                                     guint       field);
void        kq_section_add          (KqSection  *self);
void        kq_section_duplicate    (KqSection  *self);
void        kq_section_make_next    (KqSection  *self);
void        kq_section_move         (KqSection  *self,
                                     int         step);
void        kq_section_remove       (KqSection  *self);
void        kq_section_search       (KqSection  *self);

/* The object that the section's commands are for; for subclasses to set. */
KqObject   *kq_section_get_selected (KqSection  *self);
void        kq_section_set_selected (KqSection  *self,
                                     KqObject   *object);

G_END_DECLS
