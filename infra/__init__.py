"""The stack in the user's AWS account, in CDK; `service_stack.py` is its diagram."""
