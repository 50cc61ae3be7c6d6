package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.KeepsForATime;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.EveryTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionPathsTest extends PathTest {

  @Autowired JdbcClient jdbc;
  @Autowired List<KeepsForATime> rooms;

  @Test
  void whatIsKeptLongEnoughIsErasedAndTheRestStays() {
    Appeal noReaction = Appeal.comment("vk", "Zq8marker: просто мысль").classify("NO_REACTION");
    Appeal answered = Appeal.comment("vk", "Zq9marker: вопрос").toReply().decide("CLOSE");
    Appeal open = Appeal.privately("vk", "Zq7open: вопрос");

    answered.passTime("P170D");
    oneNight();
    assertThat(new EveryTable(jdbc).holding("zq8marker")).isNotEmpty();
    answered.passTime("P12D");
    oneNight();

    assertThat(new EveryTable(jdbc).holding("zq8marker")).isEmpty();
    assertThat(new EveryTable(jdbc).holding(noReaction.author())).isEmpty();
    assertThat(new EveryTable(jdbc).holding("zq9marker")).isNotEmpty();
    assertThat(new EveryTable(jdbc).holding("zq7open")).isNotEmpty();
    assertThat(noReaction.file().path("state").asText()).isEqualTo("CLOSED");
    assertThat(open.file().path("state").asText()).isEqualTo("OPEN");
  }

  @Test
  void theNightGoesOnUntilNothingIsDue() {
    jdbc.sql(
            """
            with old as (insert into case_file (platform, account, kind, thread_id, author_id,
                author_name, state, appeal_class, opened_at, closed_at)
              select 'vk', 'main', 'COMMENT', 'zqold-' || i, 'zqold' || i, '', 'CLOSED',
                'NO_REACTION', '2020-01-01', '2020-01-01' from generate_series(1, 120) i
              returning case_id, thread_id, author_id)
            insert into message (case_id, platform, account, external_id, author_id, author_name,
                by_brand, written_at, text, state, kind, thread_id)
            select case_id, 'vk', 'main', thread_id, author_id, '', false, '2020-01-01', 'zqold',
              'VISIBLE', 'COMMENT', thread_id from old
            """)
        .update();
    jdbc.sql(
            """
            insert into stray_receipt (platform, account, external_id, person_id, at)
            select 'vk', 'main', 'zqold-stray-' || i, 'zqold', '2020-01-01'
            from generate_series(1, 1500) i
            """)
        .update();
    for (String year : List.of("2020", "2100")) {
      old(
          "inbox",
          year,
          "event_key, headers, body, state, lane, received_at",
          "'%s', '', 'ZQ%s', 'IGNORED', '%s', ");
      old("removed_early", year, "external_id, removed_at", "'%s', ");
      old("arrived_early", year, "external_id, delivered_at", "'%s', ");
      old(
          "message_version",
          year,
          "external_id, author_id, version, text, heard_at",
          "'%s', '7', 1, '%s', ");
    }
    jdbc.sql(
            """
            insert into contact_center_answer (source, external_id, sender, text, attachments, state,
              received_at) values ('EMAIL', 'zqold', 'zqold@example.org', '', '', 'STRANGER', '2020-01-01')
            """)
        .update();

    oneNight();

    assertThat(
            jdbc.sql("select count(*) from stray_receipt where at < '2021-01-01'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select count(*) from message where text = 'zqold'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(new EveryTable(jdbc).holding("zqold")).isEmpty();
    assertThat(new EveryTable(jdbc).holding("zq2020"))
        .singleElement(STRING)
        .as("the key of a delivery goes in the night after its body")
        .startsWith("desk.inbox")
        .contains("IGNORED,,erased");
    assertThat(new EveryTable(jdbc).holding("zq2100")).hasSize(4);
    for (String table : List.of("inbox", "removed_early", "arrived_early", "message_version")) {
      String key = table.equals("inbox") ? "event_key" : "external_id";
      jdbc.sql("delete from " + table + " where " + key + " in ('zq2020', 'zq2100')").update();
    }
  }

  private void old(String table, String year, String columns, String values) {
    String marker = "zq" + year;
    jdbc.sql(
            "insert into %s (platform, account, %s) values ('vk', 'main', %s '%s-01-01')"
                .formatted(
                    table, columns, values.replace("ZQ%s", marker).replace("%s", marker), year))
        .update();
  }

  @Test
  void everyTableHasItsLineOrItsReason() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    String page = Files.readString(Path.of("docs/operator.md"));
    Matcher rows =
        Pattern.compile("(?m)^\\| ((?:`[a-z_]+`(?:, )?)+) \\| (.+) \\|$")
            .matcher(page.substring(page.indexOf("### What goes when")));
    while (rows.find()) {
      for (String table : rows.group(1).replace("`", "").split(", ", -1)) {
        assertThat(documented.put(table, rows.group(2))).as(table).isNull();
      }
    }
    Set<String> matters = new TreeSet<>(Set.of("APPEAL"));
    for (KeepsForATime room : rooms) {
      for (Ageing one : room.ageing()) {
        matters.add(one.matter());
        assertThat(documented.get(one.table())).contains("line `" + one.matter() + "`");
      }
    }

    assertThat(documented.keySet())
        .as("docs/operator.md says of every table what becomes of its rows")
        .containsExactlyInAnyOrderElementsOf(
            jdbc.sql(
                    """
                    select table_name from information_schema.tables
                    where table_schema = 'desk' and table_name not like 'sandbox\\_%'
                    """)
                .query(String.class)
                .list());
    documented.forEach(
        (table, fate) -> {
          if (fate.startsWith("stays: ")) {
            assertThat(fate).as(table).hasSizeGreaterThan(25);
          } else {
            Matcher line = Pattern.compile("line `(\\w+)`").matcher(fate);
            assertThat(line.find()).as(table + ": " + fate).isTrue();
            assertThat(matters).as(table).contains(line.group(1));
          }
        });
    Matcher lines =
        Pattern.compile("-retentionMatter\">\\s*<text>\"(\\w+)\"</text>")
            .matcher(Files.readString(Path.of("processes/retention.dmn")));
    Set<String> decided = new TreeSet<>();
    while (lines.find()) {
      decided.add(lines.group(1));
    }
    assertThat(decided).isEqualTo(matters);
  }

  @AfterEach
  void toToday() {
    Appeal.reset();
  }

  /** Other tests move the clock back: the timer may be due in what is the future again. */
  private void oneNight() {
    String timer =
        engine
            .getManagementService()
            .createJobQuery()
            .processDefinitionKey("retention")
            .timers()
            .listPage(0, 1)
            .get(0)
            .getId();
    engine.getManagementService().setJobDuedate(timer, ClockUtil.getCurrentTime());
    Appeal.idle();
  }
}
