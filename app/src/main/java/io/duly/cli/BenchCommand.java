package io.duly.cli;

import picocli.CommandLine.Command;

/** {@code duly bench …}: measures this machine with generated data, in a database of its own. */
@Command(
    name = "bench",
    description = "Measures with generated data, in a database of its own that is taken away again.",
    subcommands = {BenchCycleCommand.class})
final class BenchCommand {}
