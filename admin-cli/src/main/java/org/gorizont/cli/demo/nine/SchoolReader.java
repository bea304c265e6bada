// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import static org.gorizont.cli.demo.nine.ContentFile.each;
import static org.gorizont.cli.demo.nine.ContentFile.number;
import static org.gorizont.cli.demo.nine.ContentFile.text;
import static org.gorizont.cli.demo.nine.ContentFile.texts;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.Location;
import org.gorizont.protocol.domain.Office;
import org.gorizont.protocol.domain.Place;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Sources;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RecordId;
import tools.jackson.databind.JsonNode;

/** One school of the content file as cards; every card is marked as an example. */
final class SchoolReader {
    private static final String ID_TAG = "gorizont/demo-record/1";
    private static final int DEGREE_E5 = 100_000;

    private final String region;
    private final String municipality;
    private final String zone;

    SchoolReader(String region, String municipality, String zone) {
        this.region = region;
        this.municipality = municipality;
        this.zone = zone;
    }

    SchoolContent read(JsonNode school) {
        String key = text(school, "id");
        return new SchoolContent(
                key,
                card(school),
                new CentreCard(texts(school, "profiles"), number(school, "opened"), text(school, "about"), "", true),
                new Bells(
                        texts(school, "bells").stream().map(Bells.Lesson::parse).toList()),
                practices(key, school, "practices"),
                each(school, "resources").map(resource -> kit(key, resource)).toList(),
                practices(key, school, "later"));
    }

    private SchoolCard card(JsonNode school) {
        Place place = new Place(degrees(school, "latitude"), degrees(school, "longitude"));
        return new SchoolCard(
                text(school, "name"),
                "",
                "school",
                new Location(region, municipality, text(school, "settlement"), Optional.of(place), zone),
                new Office("", "", ""),
                true);
    }

    private static int degrees(JsonNode school, String key) {
        return (int) Math.round(school.path(key).asDouble(0) * DEGREE_E5);
    }

    private static List<SchoolContent.Item<PracticeCard>> practices(String school, JsonNode node, String key) {
        return each(node, key)
                .map(practice ->
                        new SchoolContent.Item<>(id(school, "practice", text(practice, "id")), practice(practice)))
                .toList();
    }

    private static PracticeCard practice(JsonNode practice) {
        JsonNode grades = practice.path("grades");
        return new PracticeCard(
                text(practice, "title"),
                text(practice, "problem"),
                text(practice, "aim"),
                texts(practice, "subjects"),
                Optional.of(new GradeBand(grades.path(0).asInt(), grades.path(1).asInt())),
                text(practice, "direction"),
                text(practice, "stage"),
                text(practice, "form"),
                texts(practice, "equipment"),
                number(practice, "minutes"),
                text(practice, "steps"),
                text(practice, "results"),
                List.of(),
                List.of(),
                Sources.NONE,
                true);
    }

    private static SchoolContent.Kit kit(String school, JsonNode resource) {
        String key = text(resource, "id");
        Map<DayOfWeek, String> days = new TreeMap<>();
        resource.path("week")
                .propertyStream()
                .forEach(day ->
                        days.put(ContentFile.day(day.getKey()), day.getValue().asString()));
        return new SchoolContent.Kit(
                new SchoolContent.Item<>(id(school, "resource", key), resource(resource)),
                id(school, "availability", key),
                new WeekPlan(resource.path("notStated").asBoolean(false), days));
    }

    private static ResourceCard resource(JsonNode resource) {
        return new ResourceCard(
                text(resource, "kind"),
                text(resource, "title"),
                text(resource, "model"),
                number(resource, "quantity"),
                number(resource, "seats"),
                text(resource, "room"),
                text(resource, "condition"),
                text(resource, "about"),
                resource.path("consumable").asBoolean(false),
                new LendingTerms(
                        text(resource, "mode"),
                        text(resource, "whoMay"),
                        number(resource, "leadDays"),
                        text(resource, "needs"),
                        text(resource, "safety")),
                true);
    }

    private static RecordId id(String school, String kind, String key) {
        byte[] path = String.join("/", school, kind, key).getBytes(StandardCharsets.UTF_8);
        return new RecordId(Hashing.tagged(ID_TAG, Bytes.wrap(path)).bytes().slice(0, RecordId.SIZE));
    }
}
