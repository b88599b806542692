package com.acme;

class Hidden {}
