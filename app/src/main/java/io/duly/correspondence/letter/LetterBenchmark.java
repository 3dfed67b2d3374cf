package io.duly.correspondence.letter;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Messages;
import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Measures how many letters a second are made, beside the same words written bare by PDFBox. */
public final class LetterBenchmark {
  private static final Kind[] KINDS = {Kind.FIRST_REMINDER, Kind.SECOND_REMINDER, Kind.FORMAL_DEMAND, Kind.FINAL_DEMAND};
  private static final LetterLook LOOK = new LetterLook(Branding.QUIET, Branding.LetterForm.DIN5008B, Optional.empty());
  private static final int LINES = 60;
  private static final ThreadLocal<Typeface> FONT = ThreadLocal.withInitial(Typeface::regular);

  private final int letters;
  private final int threads;

  public LetterBenchmark(int letters, int threads) {
    this.letters = letters;
    this.threads = threads;
  }

  /**
   * @param lettersPerSecond composed from the facts and laid out
   * @param barePerSecond the same words, without layout, structure and codes
   * @param cpuMillis what a letter takes of one core, however busy the machine is otherwise
   * @param bytes of a letter, on average
   */
  public record Report(int letters, int threads, double lettersPerSecond, double barePerSecond, double cpuMillis, long bytes) {}

  /** Both are run once before, so that the machine is warm. */
  public Report run() {
    measured(LetterBenchmark::letter, letters / 2);
    measured(LetterBenchmark::bare, letters / 2);
    var made = measured(LetterBenchmark::letter, letters);
    var bare = measured(LetterBenchmark::bare, letters);
    return new Report(letters, threads, letters / made.seconds(), letters / bare.seconds(), made.cpuSeconds() * 1_000 / letters,
        made.bytes() / letters);
  }

  private static Composed composed(int number) {
    var languages = Language.values();
    return Messages.example(KINDS[number % KINDS.length], languages[number % languages.length], Tone.FIRM, Channel.LETTER);
  }

  private static byte[] letter(int number) {
    return Letters.pdf(composed(number), LOOK);
  }

  private static byte[] bare(int number) {
    var font = FONT.get();
    try (var document = new PDDocument()) {
      var face = PDType0Font.load(document, font.font(), true);
      var lines = composed(number).plain().lines().toList();
      for (int from = 0; from < lines.size(); from += LINES) {
        page(document, face, lines.subList(from, Math.min(lines.size(), from + LINES)));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void page(PDDocument document, PDType0Font face, List<String> lines) throws IOException {
    var page = new PDPage();
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(face, 10);
      content.setLeading(12);
      content.newLineAtOffset(50, 740);
      for (var line : lines) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }

  private record Taken(double seconds, double cpuSeconds, long bytes) {}

  private Taken measured(IntFunction<byte[]> work, int count) {
    var next = new AtomicInteger();
    var bytes = new AtomicLong();
    Callable<Long> worker = () -> {
      for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        bytes.addAndGet(work.apply(number).length);
      }
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    };
    long cpu = 0;
    long begin = System.nanoTime();
    try (var hands = Executors.newFixedThreadPool(threads)) {
      for (var done : hands.invokeAll(IntStream.range(0, threads).mapToObj(_ -> worker).toList())) {
        cpu += done.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The measurement was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A letter could not be made", failed);
    }
    return new Taken((System.nanoTime() - begin) / 1e9, cpu / 1e9, bytes.get());
  }
}
