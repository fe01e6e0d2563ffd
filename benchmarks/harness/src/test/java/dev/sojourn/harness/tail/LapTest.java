package dev.sojourn.harness.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every operation of every study pays, read from the compiled class. */
class LapTest {
  private static List<MethodModel> laps() throws IOException {
    try (InputStream in = TailClock.class.getResourceAsStream("TailClock.class")) {
      return ClassFile.of().parse(Objects.requireNonNull(in).readAllBytes()).methods().stream()
          .filter(method -> method.methodName().equalsString("lap"))
          .toList();
    }
  }

  private static List<Opcode> opcodes(MethodModel method) {
    return method
        .code()
        .orElseThrow()
        .elementStream()
        .filter(Instruction.class::isInstance)
        .map(element -> ((Instruction) element).opcode())
        .toList();
  }

  @Test
  void aLapIsADecrementAndABranchWhetherOrNotThereIsACalibration() throws IOException {
    assertThat(laps()).hasSize(4);
    for (MethodModel lap : laps()) {
      List<Opcode> opcodes = opcodes(lap);
      int branch = opcodes.indexOf(Opcode.IFNE);
      assertThat(opcodes.subList(0, branch))
          .containsExactly(
              Opcode.ALOAD_0,
              Opcode.DUP,
              Opcode.GETFIELD,
              Opcode.LCONST_1,
              Opcode.LSUB,
              Opcode.DUP2_X1,
              Opcode.PUTFIELD,
              Opcode.LCONST_0,
              Opcode.LCMP);
      assertThat(opcodes.subList(branch + 1, branch + 3))
          .containsExactly(Opcode.ALOAD_0, Opcode.INVOKEVIRTUAL);
      assertThat(opcodes).hasSize(branch + 5);
    }
  }
}
