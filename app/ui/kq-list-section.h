/* kq-list-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-form.h"
#include "kq-section.h"

G_BEGIN_DECLS

/**
 * KqListSpec:
 * @list: the campaign's list, a row of its table such as %KQ_CAMPAIGN_COUPONS
 * @title: what its objects are called together, untranslated: “Coupons”
 * @add_label: what one of them is called, untranslated, on the button that
 *   adds one: “Coupon”
 * @empty_text: what to say where there is none, untranslated
 * @icon_name: the symbolic icon that is shown where there is none
 * @id_prefix: how the ids of new objects begin
 * @groups: (array length=n_groups): the groups of the form
 * @n_groups: how many they are
 * @dup_title: (nullable): the object's name in the list; by default its field
 *   `name` or `title`, or what such an object is called
 * @dup_subtitle: (nullable): what is said below it, or %NULL for nothing
 * @dup_summary: (nullable): the object in a sentence, above its form
 * @prepare: (nullable): gives a new object the values it starts with, before
 *   it is in the list
 * @dup_next: (nullable): the next one of the series of an object, with @id;
 *   @last is the one of the series that it follows
 *
 * A list of the campaign and the form of its objects. Where the objects have a
 * field `platform`, the list shows that too.
 */
typedef struct {
  guint               list;
  const char         *title;
  const char         *add_label;
  const char         *empty_text;
  const char         *icon_name;
  const char         *id_prefix;
  const KqFormGroup  *groups;
  guint               n_groups;

  char             *(*dup_title)    (KqDocument *document,
                                     KqObject   *object);
  char             *(*dup_subtitle) (KqDocument *document,
                                     KqObject   *object);
  char             *(*dup_summary)  (KqDocument *document,
                                     KqObject   *object);
  void              (*prepare)      (KqDocument *document,
                                     KqObject   *object);
  KqObject         *(*dup_next)     (KqDocument *document,
                                     KqObject   *object,
                                     const char *id,
                                     KqObject  **last);
} KqListSpec;

#define KQ_TYPE_LIST_SECTION (kq_list_section_get_type ())

/* A section that is a list of objects with the selected one's form below it.
 * A subclass sets name, title, icon_name and lists of KqSectionClass, and the
 * specs below, in its class_init; all else is here. */
G_DECLARE_DERIVABLE_TYPE (KqListSection, kq_list_section, KQ, LIST_SECTION, KqSection)

/**
 * KqListSectionClass:
 * @parent_class: the parent class
 * @specs: (array length=n_specs): its lists; a switch between them where they
 *   are several
 * @n_specs: how many they are
 */
struct _KqListSectionClass {
  KqSectionClass    parent_class;

  const KqListSpec *specs;
  guint             n_specs;
};

/* For @make_next of KqSectionClass, where a spec has @dup_next */
void kq_list_section_make_next (KqSection *section);

G_END_DECLS
