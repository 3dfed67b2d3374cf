package io.duly.desk.worklist;

import io.duly.strategy.TrackRecord;
import java.util.Optional;

/** What a line says beside what is to do. */
public record Facts(Promised promised, TrackRecord record, Optional<LastContact> lastContact, Now now) {}
