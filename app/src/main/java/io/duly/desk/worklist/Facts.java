package io.duly.desk.worklist;

import io.duly.strategy.TrackRecord;
import java.util.Optional;
import java.util.UUID;

/**
 * What a line says beside what is to do.
 *
 * @param taken who is in the case at the moment
 * @param owner whose it is
 */
public record Facts(
    Promised promised, TrackRecord record, Optional<LastContact> lastContact, Now now, Optional<Taken> taken, Optional<UUID> owner) {}
