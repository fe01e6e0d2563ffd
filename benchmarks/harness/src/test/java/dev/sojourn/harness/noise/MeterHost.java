package dev.sojourn.harness.noise;

/** A process with a meter, for the test that ends it. */
final class MeterHost {
  private MeterHost() {}

  public static void main(String[] args) throws InterruptedException {
    HiccupMeter meter = HiccupMeter.start(message -> {});
    meter.begin();
    System.out.println(meter.handle().orElseThrow().pid());
    Thread.sleep(Long.MAX_VALUE);
  }
}
