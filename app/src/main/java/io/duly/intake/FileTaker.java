package io.duly.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A module that takes in files of its own kind. Every Spring bean of this type is asked for each file, in Spring's order,
 * before the file counts as a CSV list; the first that recognises it takes it.
 */
public interface FileTaker {
  /**
   * When the file's turn is, where it is one of this taker's kind. Tells by the content, never by the name, and cheaply: by
   * the first bytes. A file that is of the kind but broken is recognised too, so that its refusal says what is wrong.
   *
   * @throws CannotImport where the request is not clear, whatever is in the file
   */
  Optional<Turn> recognise(Path file, ImportRequest request) throws IOException, SQLException;

  /**
   * Takes the file in, in one transaction of its own: whole, or nothing of it and a report that it was refused ({@link
   * FileReport#refused}). What was taken is recorded with {@link TakenFiles}.
   *
   * @throws CannotImport where the request is not clear, such as which creditor is meant
   */
  FileReport take(Path file, ImportRequest request, Progress progress) throws IOException, SQLException;
}
