package org.communitydesk.privacy;

final class LuhnSums {

  private final int[][] sums;

  LuhnSums(byte[] digits, int count) {
    sums = new int[2][count + 1];
    for (int i = 0; i < count; i++) {
      int doubled = digits[i] < 5 ? digits[i] * 2 : digits[i] * 2 - 9;
      sums[i % 2][i + 1] = sums[i % 2][i] + doubled;
      sums[1 - i % 2][i + 1] = sums[1 - i % 2][i] + digits[i];
    }
  }

  boolean isValid(int begin, int end) {
    int[] sum = sums[end % 2];
    return (sum[end] - sum[begin]) % 10 == 0;
  }
}
