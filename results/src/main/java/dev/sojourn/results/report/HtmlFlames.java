package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Run;
import java.util.EnumMap;
import java.util.Map;

/** Links to the flame graphs of one study: those that exist, and nothing when none does. */
final class HtmlFlames {
  private static final String NOTE =
      "Where processor time and allocation go, seen in forks of their own that are not scored;"
          + " a frame's width is its share. The files lie beside the run in the ledger: a copy of"
          + " this page that is taken elsewhere does not find them.";

  private final Markup page;
  private final Run run;
  private final StudyView study;
  private final FlameLinks links;

  HtmlFlames(Markup page, Run run, StudyView study, FlameLinks links) {
    this.page = page;
    this.run = run;
    this.study = study;
    this.links = links;
  }

  void write() {
    if (study.rows().allMatch(row -> hrefs(row.arm()).isEmpty())) {
      return;
    }
    page.element("h5", "Flame graphs").element("p", NOTE, "class", "quiet").line();
    page.open("ul", "class", "flames").line();
    study.points().forEach(this::point);
    page.close().line();
  }

  private void point(PointView point) {
    if (point.rows().stream().allMatch(row -> hrefs(row.arm()).isEmpty())) {
      return;
    }
    page.open("li").text(point.params().isEmpty() ? "" : point.name() + ": ");
    String before = "";
    for (Row row : point.rows()) {
      Map<FlameEvent, String> hrefs = hrefs(row.arm());
      if (!hrefs.isEmpty()) {
        page.text(before).element("code", row.arm().method());
        links(hrefs);
        before = "; ";
      }
    }
    page.close().line();
  }

  private void links(Map<FlameEvent, String> hrefs) {
    String before = " ";
    for (Map.Entry<FlameEvent, String> link : hrefs.entrySet()) {
      page.text(before).element("a", link.getKey().words(), "href", link.getValue());
      before = ", ";
    }
  }

  private Map<FlameEvent, String> hrefs(Arm arm) {
    Map<FlameEvent, String> hrefs = new EnumMap<>(FlameEvent.class);
    for (FlameEvent event : FlameEvent.values()) {
      links.href(run, arm, event).ifPresent(href -> hrefs.put(event, href));
    }
    return hrefs;
  }
}
