package io.duly.desk.call;

import io.duly.calls.Call;
import io.duly.calls.Calls;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A call as a page: full screen, five quiet steps. */
@Controller
class CallPage {
  private final Pages pages;
  private final Scope scope;
  private final Calls calls;
  private final Rooms rooms;

  CallPage(Pages pages, Scope scope, Calls calls, Rooms rooms) {
    this.pages = pages;
    this.scope = scope;
    this.calls = calls;
    this.rooms = rooms;
  }

  @GetMapping("/calls/{id}")
  ResponseEntity<byte[]> page(Reader reader, Model flash, @PathVariable UUID id) {
    return show(reader, room(reader, id), Told.on(flash), true);
  }

  Room room(Reader reader, UUID id) {
    return scope
        .reading(reader.person().orElseThrow(), scoped -> calls.find(scoped, id).map(call -> rooms.room(scoped, call, reader)))
        .orElseThrow(NotThere::new);
  }

  /** @param saved false: what stands in the fields is not saved */
  ResponseEntity<byte[]> show(Reader reader, Room room, Told said, boolean saved) {
    var person = reader.person().orElseThrow();
    if (!room.call().isOpen()) {
      return pages.show("call/ended", reader, Map.of("room", room, "said", said));
    }
    return isTheirs(room.call(), person)
        ? pages.show("call/page", reader, Map.of("room", room, "said", said, "saved", saved))
        : pages.show("call/others", reader, Map.of("room", room, "said", said, "may", mayTakeOver(room, person)));
  }

  /** What is read aloud, for a browser that asks while typing. */
  ResponseEntity<byte[]> spoken(Reader reader, Room room) {
    return pages.show("call/spoken", reader, Map.of("room", room));
  }

  private static boolean isTheirs(Call call, Person person) {
    return call.isOf(person.id());
  }

  private static boolean mayTakeOver(Room room, Person person) {
    return person.role().mayChange() && (person.role().mayApprove() || room.call().isStale(room.now()));
  }
}
