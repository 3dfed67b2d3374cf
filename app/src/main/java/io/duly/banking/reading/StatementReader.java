package io.duly.banking.reading;

import io.duly.banking.statement.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files of statements, whatever their format. Holds nothing; any number of threads may use it. */
public final class StatementReader {
  /**
   * What a person says of files whose format does not carry it (QIF), or that leave it out (the currency in OFX).
   *
   * @param account the account of the file
   * @param currency its currency
   */
  public record Said(Optional<String> account, Optional<Currency> currency) {
    /** Nothing said: right for every format that names its account. */
    public static final Said NOTHING = new Said(Optional.empty(), Optional.empty());
  }

  /** The format of a file, told by its content; nothing where it is no statement this reader knows. */
  public Optional<StatementFormat> recognise(StatementFile file) {
    try {
      return Recognition.of(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(file.name() + " could not be read from where it lies.", broken);
    }
  }

  /**
   * All statements of a file, or none of it.
   *
   * @throws CannotRead with the file, the place, what is wrong and what to do
   */
  public List<Statement> read(StatementFile file) {
    var all = new ArrayList<Statement>();
    read(file, Said.NOTHING, all::add);
    return all;
  }

  /**
   * Hands over the statements of a file one by one, keeping none. Later ones may turn out to be broken: whoever stores
   * them must take back what it stored when this throws.
   *
   * @throws CannotRead with the file, the place, what is wrong and what to do
   */
  public void read(StatementFile file, Said said, Consumer<Statement> into) {
    StatementFormat format = recognise(file).orElseThrow(() -> unknown(file));
    try {
      if (format == StatementFormat.CAMT) {
        try (InputStream in = new Trimmed(file.open())) {
          new CamtReader(new Reading(file.name(), "camt"), into).read(in);
        }
        return;
      }
      try (Lines lines = Lines.of(file, format.words())) {
        readText(format, lines, said, into);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(file.name() + " could not be read to its end from where it lies.", broken);
    }
  }

  private static void readText(StatementFormat format, Lines lines, Said said, Consumer<Statement> into) throws IOException {
    switch (format) {
      case MT940 -> new MtReader(lines, into).read();
      case OFX -> new OfxReader(lines, said, into).read();
      case CODA -> new CodaReader(lines, into).read();
      case BAI2 -> new Bai2Reader(lines, into).read();
      case QIF -> into.accept(new QifReader(lines, said).read());
      case CAMT -> throw new IllegalArgumentException("camt is not read as lines");
    }
  }

  private static CannotRead unknown(StatementFile file) {
    return new CannotRead(
        file.name()
            + ": none of the statement formats read here (camt.052/053/054, MT940, MT942, OFX, BAI2, CODA, QIF), judged by its"
            + " first lines. Fetch the statement from the bank in one of these, best as camt.053.");
  }
}
