// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import org.gorizont.node.web.text.Language;

/** The sections of the guides that pages lead to: each page names one, and there is no other. A test looks for every section. */
public enum HelpTopic {
    HOME(Guides.Name.GUIDE, "главная", "the-first-page"),
    SETTING_UP(Guides.Name.OPERATING, "завести-узел", "setting-up"),
    SHEET(Guides.Name.OPERATING, "лист-восстановления", "the-recovery-sheet"),
    ENTERING(Guides.Name.GUIDE, "войти", "coming-in"),
    JOINING(Guides.Name.GUIDE, "вступить-в-сеть", "joining-a-circle"),
    WRITING(Guides.Name.GUIDE, "писать-на-страницах", "writing-on-the-pages"),
    TIME(Guides.Name.GUIDE, "когда-свободно", "when-things-are-free"),
    TABLES(Guides.Name.GUIDE, "таблицы-на-страницах", "tables-on-the-pages"),
    FINDING(Guides.Name.GUIDE, "найти", "finding"),
    PEOPLE(Guides.Name.OPERATING, "люди-на-узле", "people-on-the-node"),
    DECIDING(Guides.Name.OPERATING, "решать-вместе", "deciding-together"),
    STATE(Guides.Name.OPERATING, "как-дела", "how-it-is"),
    OTHER_COMPUTERS(Guides.Name.OPERATING, "страницы-на-других-компьютерах", "the-pages-on-other-computers"),
    BACKUPS(Guides.Name.OPERATING, "резервные-копии", "backups"),
    KEPT_DRAFTS(
            Guides.Name.OPERATING,
            "черновики-того-что-не-удалось-опубликовать",
            "drafts-of-what-could-not-be-published"),
    DISK(Guides.Name.OPERATING, "диск-полон", "a-full-disk"),
    TWO_VERSIONS(Guides.Name.OPERATING, "две-версии-нашей-ленты", "two-versions-of-our-log"),
    TWO_COMPUTERS(
            Guides.Name.OPERATING,
            "папку-или-диск-скопировали-работают-оба",
            "a-directory-or-disk-was-copied-and-both-run"),
    STOLEN_KEY(Guides.Name.OPERATING, "ключ-могли-украсть", "a-key-may-have-been-stolen");

    private final Guides.Name guide;
    private final String russian;
    private final String english;

    HelpTopic(Guides.Name guide, String russian, String english) {
        this.guide = guide;
        this.russian = russian;
        this.english = english;
    }

    Guides.Name guide() {
        return guide;
    }

    /** The section's id. */
    String section(Language language) {
        return language == Language.RUSSIAN ? russian : english;
    }

    /** Where it is read in this language. */
    public String address(Language language) {
        return guide.address() + "#" + section(language);
    }
}
