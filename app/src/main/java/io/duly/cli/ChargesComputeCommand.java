package io.duly.cli;

import io.duly.rules.Charges;
import io.duly.rules.CourtFees;
import io.duly.rules.RulePacks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly charges compute}: needs no case and no database. */
@Command(
    name = "compute",
    description = "Computes what may be charged on an amount that is named here, by which law, and what may not and why. Posts nothing.")
final class ChargesComputeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedDebt debt;
  @Mixin private NamedRecovery recovery;
  @Mixin private NamedTerms terms;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day that counts, itself counted. Default: today.")
  private @Nullable LocalDate to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var day = to == null ? Today.of(Clock.system(ZoneId.systemDefault())) : to;
    var computed = computed(day);
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(ComputedJson.of(computed)));
    } else {
      ComputedText.of(computed).forEach(out::println);
    }
    return ExitCode.DONE;
  }

  private Computed computed(LocalDate day) {
    try {
      var claim = terms.on(debt.claim().with(recovery.in(debt.currency())));
      var pack = RulePacks.shipped().of(claim.jurisdiction());
      return Computed.of(claim, pack, Charges.on(claim, pack), CourtFees.shipped(), day);
    } catch (IllegalArgumentException unfit) {
      throw new CannotDo(unfit);
    }
  }
}
