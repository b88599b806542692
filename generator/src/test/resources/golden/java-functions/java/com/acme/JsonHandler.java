package com.acme;

import com.amazonaws.services.lambda.runtime.RequestHandler;

public abstract class JsonHandler<I, O> implements RequestHandler<I, O> {}
