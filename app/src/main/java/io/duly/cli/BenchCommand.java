package io.duly.cli;

import picocli.CommandLine.Command;

/** {@code duly bench …}: measures this machine. */
@Command(
    name = "bench",
    description = "Measures what the machine and the database at hand can do.",
    subcommands = {BenchCycleCommand.class, BenchImportCommand.class, BenchLettersCommand.class, BenchMatchCommand.class, BenchPagesCommand.class, BenchPortalCommand.class, BenchToneCommand.class})
final class BenchCommand {}
