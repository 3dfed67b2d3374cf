package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.banking.statement.Chain;
import io.duly.banking.statement.Link;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.SumCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 103 daily statements of one company with two accounts in each. */
@Tag("P08")
class CamtChainTest {
  @Test
  void everyStatementHasItsBalancesAndSumsToTheCent() {
    var rows = new HashMap<String, Statement>();
    for (Path file : files()) {
      Samples.read(file).forEach(each -> rows.put(file.getFileName() + " " + each.account(), each));
    }
    for (var row : Samples.table("camt-chain.expected.csv")) {
      Statement found = rows.getOrDefault(row.getField("file") + " " + row.getField("account"), rows.values().iterator().next());
      assertThat(found.account()).isEqualTo(row.getField("account"));
      assertThat(found.opening().orElseThrow().amount().major()).isEqualByComparingTo(row.getField("opening"));
      assertThat(found.closing().orElseThrow().amount().major()).isEqualByComparingTo(row.getField("closing"));
      assertThat(found.entries()).hasSize(Integer.parseInt(row.getField("entries")));
      assertThat(SumCheck.of(found)).isInstanceOf(SumCheck.AddsUp.class);
    }
    assertThat(rows).hasSize(206);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void inAnyOrderAndWithFilesTwiceItIsOneUnbrokenChainPerAccount(long seed) {
    var random = new Random(seed);
    var files = new ArrayList<>(files());
    files.addAll(files().stream().filter(file -> random.nextInt(4) == 0).toList());
    Collections.shuffle(files, random);
    List<Chain> chains = Chain.of(files.stream().map(Samples::read).flatMap(List::stream).toList());
    assertThat(chains).hasSize(2).allMatch(Chain::unbroken);
    for (Chain chain : chains) {
      assertThat(chain.links().stream().filter(link -> !(link instanceof Link.Duplicate))).hasSize(103);
      assertThat(chain.links()).hasSize(files.size());
      assertThat(chain.links()).filteredOn(Link.First.class::isInstance).hasSize(1);
      assertThat(chain.links()).noneMatch(Link.Overlap.class::isInstance);
    }
  }

  @Test
  void aMissingDayIsToldWithTheAmountThatIsMissing() {
    var statements = files().stream().map(Samples::read).flatMap(List::stream).toList();
    Chain whole = Chain.of(statements).getFirst();
    Statement lost = whole.links().get(50).statement();
    Chain chain = Chain.of(statements.stream().filter(each -> !each.equals(lost)).toList()).getFirst();
    var gaps = chain.links().stream().filter(Link.Gap.class::isInstance).map(Link.Gap.class::cast).toList();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().missing()).isEqualTo(lost.closing().orElseThrow().amount().minus(lost.opening().orElseThrow().amount()));
  }

  private static List<Path> files() {
    try (var found = Files.list(Samples.folder().resolve("camt-chain"))) {
      return found.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
