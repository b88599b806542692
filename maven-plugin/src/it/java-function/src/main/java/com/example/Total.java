package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;

public class Total implements RequestHandler<Total.Amounts, Total.Sum> {
  public record Amounts(List<Integer> amounts) {}

  public record Sum(int sum, boolean inTime) {}

  @Override
  public Sum handleRequest(Amounts event, Context context) {
    int sum =
        switch (event) {
          case Amounts(List<Integer> all) when !all.isEmpty() -> all.stream().mapToInt(i -> i).sum();
          case Amounts nothing -> throw new IllegalArgumentException("nothing to add");
        };
    return new Sum(sum, context.getRemainingTimeInMillis() > 10_000);
  }
}
