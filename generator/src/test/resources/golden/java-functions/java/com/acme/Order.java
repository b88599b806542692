package com.acme;

public record Order(String id, int amount) {}
